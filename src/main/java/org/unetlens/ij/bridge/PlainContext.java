
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
		return new Context(CommandService.class, ModuleService.class,
			ConvertService.class, LogService.class, StatusService.class,
			PrefService.class, EventService.class);
	}
}
