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

package org.unetlens.ij.commands;

import java.awt.GraphicsEnvironment;
import java.util.concurrent.CancellationException;

import org.scijava.Cancelable;
import org.scijava.log.LogService;
import org.scijava.plugin.Plugin;
import org.unetlens.ij.CommandFailure;

import ij.IJ;

/** Runs commands so that a failure becomes one sentence and ends the macro. */
final class GuardedRun {

	private GuardedRun() {}

	/** @param work an exception's message is what the user reads */
	static void run(final Cancelable command, final LogService log,
		final Runnable work)
	{
		IJ.resetEscape();
		try {
			work.run();
		}
		catch (final CancellationException e) {
			stop(command, log, null);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			stop(command, log, FailureText.of(e, log));
		}
	}

	/**
	 * NB: A canceled command alone would let a macro go on with nothing, and
	 * without a display a cancel is silent.
	 */
	private static void stop(final Cancelable command, final LogService log,
		final String reason)
	{
		final boolean macro = IJ.isMacro();
		// NB: The dialog that ends a macro says it; SciJava would say it again.
		command.cancel(macro && IJ.getInstance() != null ? null : reason);
		if (reason == null) CommandFailure.endMacro("Canceled");
		else if (macro || GraphicsEnvironment.isHeadless()) CommandFailure.report(
			command.getClass().getAnnotation(Plugin.class).label(), reason, log);
	}
}
