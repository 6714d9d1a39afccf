
package org.unetlens.ij.bridge;

import java.io.File;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;

/**
 * Records an input as Fiji does: name=value, of what the user was asked for.
 */
final class CommandRecorder {

	private CommandRecorder() {}

	static void record(final ModuleItem<?> input, final Module module) {
		final Object value = input.getValue(module);
		if (!Recorder.record || value == null) return;
		Recorder.recordOption(input.getName(), text(value));
	}

	private static String text(final Object value) {
		if (value instanceof ImagePlus image) return image.getTitle();
		// NB: A macro reads a backslash as the start of an escape.
		if (value instanceof File file) return file.getPath().replace('\\', '/');
		return value.toString();
	}
}
