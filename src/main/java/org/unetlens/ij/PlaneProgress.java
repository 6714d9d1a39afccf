
package org.unetlens.ij;

import org.unetlens.engine.Progress;

/**
 * The progress of one plane as a part of that of the whole stack. Thread-safe
 * if the progress of the stack is.
 *
 * @param stack progress of the whole stack
 * @param plane this plane, from 0
 * @param planes number of planes
 */
record PlaneProgress(Progress stack, int plane, int planes)
		implements
			Progress {

	@Override
	public void update(final long done, final long total, final String message) {
		final String where = planes == 1 ? message : "Plane " + (plane + 1) +
			" of " + planes + ": " + message;
		stack.update(plane * total + done, planes * total, where);
	}

	@Override
	public boolean isCanceled() {
		return stack.isCanceled();
	}
}
