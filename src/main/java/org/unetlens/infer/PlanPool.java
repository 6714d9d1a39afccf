
package org.unetlens.infer;

import java.util.ArrayDeque;
import java.util.Deque;

import org.unetlens.network.TileShape;
import org.unetlens.network.UNet;
import org.unetlens.network.UNetPlan;

/**
 * Plans of one tile shape at a time, reused from image to image. Thread-safe.
 */
final class PlanPool implements AutoCloseable {

	private final UNet net;
	private final Deque<UNetPlan> idle = new ArrayDeque<>();

	PlanPool(final UNet net) {
		this.net = net;
	}

	/** An idle plan of that shape, or a new one; give it back after use. */
	UNetPlan borrow(final TileShape shape) {
		synchronized (idle) {
			if (!idle.isEmpty() && idle.peek().shape().equals(shape)) return idle
				.pop();
		}
		return net.plan(shape);
	}

	void giveBack(final UNetPlan plan) {
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
				UNetPlan::close);
			idle.removeIf(p -> !p.shape().equals(shape));
		}
	}

	@Override
	public void close() {
		synchronized (idle) {
			idle.forEach(UNetPlan::close);
			idle.clear();
		}
	}
}
