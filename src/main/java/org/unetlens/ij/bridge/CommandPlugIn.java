
package org.unetlens.ij.bridge;

import ij.plugin.PlugIn;

/**
 * The ImageJ plugin behind every menu item of U-Net Lens in plain ImageJ; the
 * argument that {@code plugins.config} gives is the class name of the command.
 */
public final class CommandPlugIn implements PlugIn {

	@Override
	public void run(final String commandClass) {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		// NB: SciJava finds its plugins by the thread's class loader, and ImageJ
		// loads plugins by one of its own.
		thread.setContextClassLoader(CommandPlugIn.class.getClassLoader());
		try {
			new CommandRun(PlainContext.get(), commandClass).run();
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}
}
