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

package org.unetlens.ij.bridge;

import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleService;
import org.scijava.prefs.PrefService;

/**
 * The SciJava context of plain ImageJ: the services that commands need and no
 * user interface. Made at the first command (a quarter of a second) and kept.
 */
final class PlainContext {

	private static final String LOG_LEVEL =
		"org.slf4j.simpleLogger.defaultLogLevel";

	/** NB: A holder, so that nothing is made before the first command. */
	private static final class Holder {

		private static final Context CONTEXT = create();
		// NB: The event bus holds its subscribers weakly.
		private static final StatusForwarder FORWARDER = new StatusForwarder(
			CONTEXT);
	}

	private PlainContext() {}

	static Context get() {
		return Holder.FORWARDER.context();
	}

	static Context create() {
		// NB: ND4J writes many lines of its own when it starts; in plain ImageJ its
		// log goes to the terminal.
		if (System.getProperty(LOG_LEVEL) == null) System.setProperty(LOG_LEVEL,
			"error");
		return new Context(CommandService.class, ModuleService.class,
			ConvertService.class, LogService.class, StatusService.class,
			PrefService.class, EventService.class);
	}
}
