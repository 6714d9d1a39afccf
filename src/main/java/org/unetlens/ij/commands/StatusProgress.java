
package org.unetlens.ij.commands;

import org.scijava.app.StatusService;
import org.unetlens.engine.Progress;

import ij.IJ;

/**
 * Progress in the status bar; canceled by the ESC key. Thread-safe.
 *
 * @param status where it is shown
 */
record StatusProgress(StatusService status) implements Progress {

	private static final int STEPS = 1000;

	@Override
	public void update(final long done, final long total, final String message) {
		final boolean small = total <= STEPS;
		final int max = small ? (int) total : STEPS;
		status.showStatus(small ? (int) done : (int) (done * STEPS / total), max,
			message);
	}

	@Override
	public boolean isCanceled() {
		return IJ.escapePressed();
	}
}
