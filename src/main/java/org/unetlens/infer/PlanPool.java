
package org.unetlens.infer;

import java.util.ArrayDeque;
import java.util.Deque;

import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;

/**
 * Workers for one tile shape at a time, reused from image to image.
 * Thread-safe.
 */
final class PlanPool implements AutoCloseable {

	private final UNet net;
	private final Deque<TileWorker> idle = new ArrayDeque<>();

	PlanPool(final UNet net) {
		this.net = net;
	}

	/** An idle plan of that shape, or a new one; give it back after use. */
	TileWorker borrow(final TileShape shape) {
		synchronized (idle) {
			if (!idle.isEmpty() && idle.peek().shape().equals(shape)) return idle
				.pop();
		}
		return new TileWorker(net.plan(shape), net.spec());
	}

	void giveBack(final TileWorker plan) {
		synchronized (idle) {
			idle.push(plan);
		}
	}

	/**
	 * Closes the idle plans of other shapes, so that memory stays within its
	 * budget.
	 */
	void keepOnly(final TileShape shape) {
		synchronized (idle) {
			idle.stream().filter(p -> !p.shape().equals(shape)).forEach(
				TileWorker::close);
			idle.removeIf(p -> !p.shape().equals(shape));
		}
	}

	@Override
	public void close() {
		synchronized (idle) {
			idle.forEach(TileWorker::close);
			idle.clear();
		}
	}
}
