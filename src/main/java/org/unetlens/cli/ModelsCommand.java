/*-
 * #%L
 * Trains and runs U-Nets inside ImageJ, and shows what each skip connection contributes.
 * %%
 * Copyright (C) 2026 U-Net Lens developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package org.unetlens.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.unetlens.file.OnExisting;
import org.unetlens.model.ExportFormat;
import org.unetlens.model.LibraryModel;
import org.unetlens.model.ModelDescription;
import org.unetlens.model.ModelException;
import org.unetlens.model.ModelExports;
import org.unetlens.model.ModelFiles;
import org.unetlens.model.ModelLibrary;
import org.unetlens.model.ModelPackage;
import org.unetlens.model.foreign.ForeignModel;
import org.unetlens.model.foreign.ForeignModels;
import org.unetlens.model.foreign.ModelImport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code models}: what there is to segment with. */
@Command(name = "models", synopsisSubcommandLabel = "COMMAND", description = {
	"Lists, shows, checks, imports, inspects, converts, exports and deletes models.",
	"Your own lie in models/unet-lens of ImageJ's folder, or in .unet-lens/models of your home folder." })
final class ModelsCommand {

	@Spec
	private CommandSpec spec;

	private final ModelLibrary library = ModelLibrary.here();

	private PrintWriter out() {
		return spec.commandLine().getOut();
	}

	@Command(description = "All models by name, and where they lie.")
	int list() {
		for (final LibraryModel model : library.models())
			out().println(model.name() + "\t" + model.origin());
		return 0;
	}

	@Command(
		description = "What a model is for, its network, scores, data and licence.")
	int show(@Parameters(paramLabel = "NAME") final String name) {
		final LibraryModel model = library.get(name);
		out().print(ModelDescription.of(model.read().model()).text());
		out().println("Where\n  " + model.origin());
		return 0;
	}

	@Command(
		description = "Whether models give their stored results; all models without a name.")
	int check(@Parameters(paramLabel = "NAME",
		arity = "0..*") final List<String> names)
	{
		int failed = 0;
		for (final LibraryModel model : names == null ? library.models() : names
			.stream().map(library::get).toList())
			if (!isSound(model)) failed++;
		return failed == 0 ? 0 : 1;
	}

	private boolean isSound(final LibraryModel model) {
		try {
			out().println(String.format(Locale.ROOT,
				"%s: sound, its test image differs by %.1e", model.name(), model
					.check()));
			return true;
		}
		catch (final ModelException e) {
			spec.commandLine().getErr().println(model.name() + ": " + e.getMessage());
			return false;
		}
	}

	@Command(name = "import", description = {
		"Adds a model to yours, after it was checked. Models from elsewhere are translated:",
		"bioimage.io packages (.zip), ONNX (.onnx), Keras (.h5, .hdf5) and DL4J (.zip)." })
	int add(@Parameters(paramLabel = "FILE") final Path file,
		@Mixin final ForeignOptions options)
	{
		final LibraryModel model = ModelImport.into(library, file, options
			.options());
		out().println(model.name() + " was imported to " + model.origin());
		model.read().model().card().training().forEach((what, text) -> {
			if (what.startsWith("import") || what.startsWith("test arrays")) out()
				.println("  " + what + ": " + text);
		});
		return 0;
	}

	@Command(
		description = "What a file from elsewhere holds, and whether it can be used; nothing is run.")
	int inspect(@Parameters(paramLabel = "FILE") final Path file, @Option(
		names = "--layers", description = "List all layers.") final boolean layers,
		@Mixin final ForeignOptions options)
	{
		if (ModelFiles.isOwn(file)) {
			// NB: Only what ends a line is sure to be seen.
			out().println(ModelDescription.of(ModelFiles.read(file)).text()
				.stripTrailing());
			return 0;
		}
		final ForeignModel model = ForeignModels.open(file);
		model.summary(options.options()).forEach(out()::println);
		if (layers) model.layers().forEach(l -> out().println("  " + l));
		return model.obstacle(options.options()).isEmpty() ? 0 : 1;
	}

	@Command(description = {
		"Writes any model that can be opened in another format: bioimage (a model file with ONNX weights),",
		"npz (NumPy arrays) or dl4j (a ComputationGraph)." })
	int convert(@Parameters(paramLabel = "FILE_OR_NAME") final String source,
		@Parameters(paramLabel = "TARGET") final Path target, @Option(
			names = "--to", defaultValue = "bioimage",
			description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.") final ExportFormat format,
		@Option(names = "--overwrite",
			description = "Replace a file that is there.") final boolean overwrite,
		@Mixin final ForeignOptions options)
	{
		final ModelPackage model = library.find(source).map(LibraryModel::read)
			.orElseGet(() -> ForeignModels.load(Path.of(source), options.options()));
		ModelExports.write(model, format, target, overwrite);
		out().println(model.model().card().name() + " was written to " + target);
		return 0;
	}

	@Command(description = "Copies a model to a file.")
	int export(@Parameters(paramLabel = "NAME") final String name, @Parameters(
		paramLabel = "MODEL.zip") final Path file, @Option(names = "--overwrite",
			description = "Replace a file that is there.") final boolean overwrite)
	{
		library.export(name, file, overwrite ? OnExisting.REPLACE
			: OnExisting.REFUSE);
		return 0;
	}

	@Command(description = "Deletes one of your models.")
	int delete(@Parameters(paramLabel = "NAME") final String name, @Option(
		names = "--yes",
		description = "Needed, for it cannot be undone.") final boolean yes)
	{
		if (!yes) throw new IllegalArgumentException("The file " + library.get(name)
			.origin() + " would be deleted for good. Add --yes to do it");
		library.delete(name);
		return 0;
	}
}
