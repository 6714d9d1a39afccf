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

package org.unetlens.ij;

import org.scijava.log.LogService;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;

/** Tells the user why a command stopped, and ends the macro that called it. */
public final class CommandFailure {

	private static final String TITLE = "U-Net Lens";

	private CommandFailure() {}

	/**
	 * Reports a failure. In ImageJ's window it is a dialog, which in a macro
	 * names the line; without a window ({@code -batch}, headless) a line in the
	 * log, for nobody could close a dialog there. A macro that called the command
	 * ends.
	 *
	 * @param command its label
	 * @param reason one sentence
	 */
	public static void report(final String command, final String reason,
		final LogService log)
	{
		IJ.showProgress(1.0);
		if (IJ.getInstance() == null) log.error(command + ": " + reason);
		else show(reason);
		endMacro(reason);
	}

	private static void show(final String reason) {
		try {
			IJ.error(TITLE, reason);
		}
		catch (final RuntimeException e) {
			// NB: ImageJ ends macros by an exception, but the command may run in
			// another thread, where it would only be logged.
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
		}
	}

	/**
	 * Ends the macro that is running, if any, without a further word.
	 * {@code Macro.abort()} does not do it: ImageJ heeds it only outside macros.
	 */
	public static void endMacro(final String reason) {
		final Interpreter macro = Interpreter.getInstance();
		if (macro == null) return;
		// NB: Otherwise ImageJ would open its error dialog (again).
		macro.setIgnoreErrors(true);
		macro.abort(reason);
	}
}
