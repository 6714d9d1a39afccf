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

import java.util.concurrent.CancellationException;

import org.unetlens.engine.EngineException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ScopeType;

/** Entry point of the command line; without arguments it runs the demo. */
@Command(name = "unet-lens", mixinStandardHelpOptions = true,
	versionProvider = Version.class,
	description = "Trains and runs U-Nets on microscopy images.", subcommands = {
		DemoCommand.class, SegmentCommand.class, EvaluateCommand.class,
		CompareCommand.class, TrainCommand.class, TrainTwinCommand.class,
		ReportCommand.class, DoctorCommand.class, LearningCurveCommand.class,
		ModelsCommand.class, CheckCommand.class }, scope = ScopeType.INHERIT,
	sortOptions = false, footer = { "",
		"Without a command the demo runs. COMMAND --help explains a command." })
public final class Main {

	public static void main(final String... args) {
		// NB: ND4J writes many lines of its own when it starts.
		if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null)
			System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
		System.setProperty("java.awt.headless", "true");
		final int code = run(args);
		// NB: Inside Maven, a JVM that is left to end by itself reports success.
		if (code != 0) System.exit(code);
	}

	/**
	 * Runs a command line; 0 = done, 1 = failed, 2 = wrong usage, 130 = canceled.
	 */
	public static int run(final String... args) {
		return commandLine().execute(args.length == 0 ? new String[] { "demo" }
			: args);
	}

	static CommandLine commandLine() {
		return new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true)
			.setExecutionExceptionHandler(sentences());
	}

	/**
	 * Failures that a user can mend are told in their sentence, all others with
	 * their trace.
	 */
	private static IExecutionExceptionHandler sentences() {
		return (failure, commandLine, parsed) -> {
			if (failure instanceof CancellationException) {
				commandLine.getErr().println("Canceled.");
				return 130;
			}
			final boolean told = failure instanceof EngineException ||
				failure instanceof IllegalArgumentException || failure.getClass()
					.getName().startsWith("org.unetlens.") ||
				failure instanceof java.io.IOException;
			if (told) commandLine.getErr().println(commandLine.getColorScheme()
				.errorText("Error: " + failure.getMessage()));
			else failure.printStackTrace(commandLine.getErr());
			return 1;
		};
	}
}
