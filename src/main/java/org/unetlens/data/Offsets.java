
package org.unetlens.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pixels of a disk around a pixel, nearest first. */
final class Offsets {

	final int[] dx;
	final int[] dy;
	final double[] distance;

	/** All offsets up to the radius in pixels, without the centre. */
	Offsets(final double radius) {
		final int r = (int) Math.floor(radius);
		final List<int[]> list = new ArrayList<>();
		for (int y = -r; y <= r; y++)
			for (int x = -r; x <= r; x++)
				if (x * x + y * y <= radius * radius && (x != 0 || y != 0)) list.add(
					new int[] { x, y });
		list.sort(Comparator.comparingInt(o -> o[0] * o[0] + o[1] * o[1]));
		dx = list.stream().mapToInt(o -> o[0]).toArray();
		dy = list.stream().mapToInt(o -> o[1]).toArray();
		distance = list.stream().mapToDouble(o -> Math.hypot(o[0], o[1])).toArray();
	}

	int size() {
		return dx.length;
	}
}
