
package org.unetlens.ij.commands;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.IJ;

/**
 * Makes macros deterministic in Fiji: inputs of our commands that a macro does
 * not name keep their defaults, where Fiji would take what was used last or
 * open a dialog. Comes after macro options and active image, before remembered
 * values.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.LOW)
public class MacroDefaults extends AbstractPreprocessorPlugin {

	@Override
	public void process(final Module module) {
		if (!IJ.isMacro() || !(module.getDelegateObject() instanceof LensCommand))
			return;
		for (final ModuleItem<?> input : module.getInfo().inputs())
			module.resolveInput(input.getName());
	}
}
