
package org.unetlens.network;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Keeps what one thread prints off the standard output while others go on. NB:
 * SameDiff prints a line for every operation that it differentiates.
 */
final class QuietOutput {

	private QuietOutput() {}

	static synchronized void during(final Runnable work) {
		final PrintStream before = System.out;
		final Thread silenced = Thread.currentThread();
		System.setOut(new PrintStream(new OutputStream() {

			@Override
			public void write(final int b) {
				if (Thread.currentThread() != silenced) before.write(b);
			}

			@Override
			public void write(final byte[] bytes, final int offset,
				final int length)
			{
				if (Thread.currentThread() != silenced) before.write(bytes, offset,
					length);
			}
		}, true));
		try {
			work.run();
		}
		finally {
			System.setOut(before);
		}
	}
}
