
package org.unetlens.ij;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import ij.ImageStack;

/**
 * The planes of a virtual stack, read when they are asked for. Keeps the last
 * few. Thread-safe: one plane is read at a time, as virtual stacks demand.
 *
 * @param <A> the ImgLib2 access that wraps a plane
 */
final class LazyPlanes<A> extends AbstractList<A> {

	private final ImageStack stack;
	private final int[] slices;
	private final Function<Object, A> wrap;
	private final Map<Integer, A> latest;

	/**
	 * @param slices the slices of the stack, counted from 1, in the order of this
	 *          list
	 * @param kept planes to keep in memory
	 */
	LazyPlanes(final ImageStack stack, final int[] slices,
		final Function<Object, A> wrap, final int kept)
	{
		this.stack = stack;
		this.slices = slices;
		this.wrap = wrap;
		latest = new LinkedHashMap<>(16, 0.75f, true) {

			@Override
			protected boolean removeEldestEntry(final Map.Entry<Integer, A> eldest) {
				return size() > kept;
			}
		};
	}

	@Override
	public synchronized A get(final int index) {
		return latest.computeIfAbsent(slices[index], slice -> wrap.apply(stack
			.getPixels(slice)));
	}

	@Override
	public int size() {
		return slices.length;
	}
}
