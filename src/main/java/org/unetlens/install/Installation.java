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

package org.unetlens.install;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unetlens.engine.CheckResult;
import org.unetlens.engine.EngineCheck;
import org.unetlens.engine.Progress;
import org.unetlens.file.FileException;
import org.unetlens.model.LibraryModel;
import org.unetlens.model.ModelException;
import org.unetlens.model.ModelLibrary;

/** Looks at all that must be there for the plugin to work. */
public final class Installation {

	private static final String MODELS = "Models";

	private Installation() {}

	/**
	 * Looks at everything, starts the engine and runs each model on its test
	 * image: seconds, at the first use on a computer up to a minute.
	 *
	 * @throws java.util.concurrent.CancellationException between two models
	 */
	public static InstallationReport check(final ModelLibrary library,
		final Progress progress)
	{
		final List<CheckResult> results = new ArrayList<>(List.of(version()));
		results.addAll(EngineCheck.look());
		final boolean sound = new InstallationReport(results).isSound();
		if (sound) results.add(EngineCheck.start(progress));
		final boolean starts = new InstallationReport(results).isSound();
		final List<LibraryModel> models = library.models();
		for (int i = 0; i < models.size(); i++) {
			progress.update(i, models.size(), "Checking models");
			progress.checkCanceled();
			results.add(model(models.get(i), starts));
		}
		progress.update(models.size(), models.size(), "");
		results.add(folder(library.folders()));
		return new InstallationReport(results);
	}

	private static CheckResult version() {
		final String version = Installation.class.getPackage()
			.getImplementationVersion();
		return CheckResult.sound("U-Net Lens", (version == null ? "development"
			: version) + " in " + Installation.class.getProtectionDomain()
				.getCodeSource().getLocation().getPath());
	}

	/** A broken model of the user does not make the installation unsound. */
	private static CheckResult model(final LibraryModel model,
		final boolean run)
	{
		try {
			if (run) return CheckResult.sound(MODELS, String.format(Locale.ROOT,
				"%s gives its stored result (differs by %.0e)", model.name(), model
					.check()));
			model.read();
			return CheckResult.sound(MODELS, model.name() + " can be read");
		}
		catch (final ModelException | FileException e) {
			return model.isBundled() ? CheckResult.problem(MODELS, e.getMessage())
				: CheckResult.note(MODELS, e.getMessage());
		}
	}

	private static CheckResult folder(final List<Path> folders) {
		final Path first = folders.get(0);
		return CheckResult.sound(MODELS, "yours are looked for in " + String.join(
			" and ", folders.stream().map(Path::toString).toList()) + (Files
				.isDirectory(first) ? "" : " (made at the first import)"));
	}
}
