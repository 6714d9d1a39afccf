
package org.unetlens.ij.bridge;

import org.scijava.AbstractContextual;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;

import ij.IJ;

/** Passes the status and progress of commands on to ImageJ's status bar. */
final class StatusForwarder extends AbstractContextual {

	StatusForwarder(final Context context) {
		// NB: Being given the context subscribes it to the events.
		setContext(context);
	}

	/** Called by the event bus. */
	@EventHandler
	void onEvent(final StatusEvent event) {
		if (event.isWarning()) return;
		final String message = event.getStatusMessage();
		if (message != null) IJ.showStatus(message);
		final int max = event.getProgressMaximum();
		if (max > 0) IJ.showProgress(event.getProgressValue(), max);
	}
}
