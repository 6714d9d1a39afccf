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
import java.util.concurrent.Callable;

import org.unetlens.ij.train.TwinTrainer;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train-twin}: a model's twin without skip connections. */
@Command(name = "train-twin", description = {
	"Trains the twin of a model: the same settings, seed, images, batches and steps, but a network without all or some of its skip connections.",
	"What the model does better than its twin is what the connections are needed for.",
	"Ctrl-C stops and keeps the best weights so far; --resume goes on from there." })
final class TrainTwinCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Option(names = "--model", required = true, paramLabel = "NAME_OR_FILE",
		description = "The model; it must have been trained by this program, which stores the settings in it.")
	private String model;

	@Option(names = "--skips", defaultValue = "none", paramLabel = "LEVELS",
		description = "Skip connections that the twin keeps: none, or levels joined by +, level 0 being full resolution, e.g. 1+2+3; default: ${DEFAULT-VALUE}.")
	private String skips;

	@Mixin
	private SampleOptions samples;

	@Mixin
	private ModelOptions output;

	@Override
	public Integer call() {
		final PrintWriter out = spec.commandLine().getOut();
		try (StopSignal progress = StopSignal.ofTraining(out)) {
			new TwinTrainer(samples.source(), output.files(), new TerminalView(out,
				samples, new SettingsOptions())).train(model, skips, progress);
		}
		return 0;
	}
}
