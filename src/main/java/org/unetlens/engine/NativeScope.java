
package org.unetlens.engine;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes what was made in it, in reverse order. Scopes nest. Not thread-safe.
 *
 * <pre>
 * try (NativeScope scope = new NativeScope()) {
 * 	INDArray tensor = scope.own(Nd4j.create(2, 3));
 * }
 * </pre>
 */
public final class NativeScope implements AutoCloseable {

	private final Deque<AutoCloseable> owned = new ArrayDeque<>();

	/** Takes over closing; returns its argument. */
	public <T extends AutoCloseable> T own(final T resource) {
		owned.push(resource);
		return resource;
	}

	/**
	 * Closes everything; the first failure is thrown after the rest was closed.
	 */
	@Override
	public void close() {
		RuntimeException first = null;
		while (!owned.isEmpty()) {
			try {
				owned.pop().close();
			}
			catch (final Exception e) {
				if (first == null) first = new IllegalStateException(
					"A native resource could not be closed", e);
				else first.addSuppressed(e);
			}
		}
		if (first != null) throw first;
	}
}
