
package org.unetlens.cli;

import java.io.PrintStream;

import org.unetlens.engine.Progress;

/**
 * A line that is written over again and again on a terminal; nothing where the
 * output goes into a file. Thread-safe.
 */
final class TerminalProgress implements Progress {

	private final PrintStream out;
	private final boolean terminal;
	private int length;

	TerminalProgress(final PrintStream out, final boolean terminal) {
		this.out = out;
		this.terminal = terminal;
	}

	/** On the standard error, which scripts do not read. */
	static TerminalProgress standard() {
		return new TerminalProgress(System.err, System.console() != null);
	}

	@Override
	public synchronized void update(final long done, final long total,
		final String message)
	{
		if (!terminal) return;
		show(String.format("%s %d/%d", message, done, total));
		if (done >= total) show("");
	}

	/** Erases the line before something else is printed. */
	synchronized void clear() {
		if (terminal) show("");
	}

	private void show(final String line) {
		out.print("\r" + line + " ".repeat(Math.max(0, length - line.length())) +
			(line.isEmpty() ? "\r" : ""));
		out.flush();
		length = line.length();
	}
}
