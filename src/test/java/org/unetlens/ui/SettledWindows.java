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

package org.unetlens.ui;

import java.awt.AWTEvent;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.util.Arrays;

/**
 * Starts another main class so that its windows can be clicked. On a display
 * without a window manager, Java may not hear where a window went that was
 * moved while it opened, and then clicks go elsewhere. So each one is moved a
 * pixel when it is open.
 */
final class SettledWindows {

	private SettledWindows() {}

	/** Arguments: name of the main class, its arguments. */
	public static void main(final String... arguments) throws Exception {
		Toolkit.getDefaultToolkit().addAWTEventListener(SettledWindows::settle,
			AWTEvent.WINDOW_EVENT_MASK);
		final var main = Class.forName(arguments[0]).getDeclaredMethod("main",
			String[].class);
		main.setAccessible(true);
		main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1,
			arguments.length));
	}

	private static void settle(final AWTEvent event) {
		if (event.getID() == WindowEvent.WINDOW_OPENED && (event
			.getSource() instanceof Frame || event.getSource() instanceof Dialog))
			EventQueue.invokeLater(() -> moveByOne((Window) event.getSource()));
	}

	private static void moveByOne(final Window window) {
		window.setLocation(window.getX() + 1, window.getY() + 1);
	}
}
