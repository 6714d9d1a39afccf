
package org.unetlens.ij.commands;

import java.awt.GraphicsEnvironment;
import java.util.concurrent.CancellationException;

import org.scijava.app.StatusService;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.unetlens.engine.Progress;
import org.unetlens.ij.CommandFailure;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;

/**
 * What the commands have in common: in a macro, inputs that it does not name
 * keep their defaults; a failure becomes one sentence, and ends the macro.
 */
abstract class LensCommand extends DynamicCommand {

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	/** The work; an exception's message is what the user reads. */
	protected abstract void execute();

	@Override
	public final void run() {
		IJ.resetEscape();
		try {
			execute();
		}
		catch (final CancellationException e) {
			stop(null);
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			stop(FailureText.of(e, log));
		}
	}

	/**
	 * NB: A canceled command alone would let a macro go on with nothing, and
	 * without a display a cancel is silent.
	 */
	private void stop(final String reason) {
		final boolean reportHere = IJ.isMacro() || GraphicsEnvironment.isHeadless();
		cancel(reportHere ? null : reason);
		if (reason == null) CommandFailure.endMacro("Canceled");
		else if (reportHere) CommandFailure.report(getInfo().getTitle(), reason,
			log);
	}

	/** Initializer: what a macro does not say shall never be asked for. */
	protected void resolveDefaults() {
		if (!IJ.isMacro()) return;
		for (final ModuleItem<?> input : getInfo().inputs())
			if (!isInputResolved(input.getName())) resolveDefault(input);
	}

	private void resolveDefault(final ModuleItem<?> input) {
		if (input.getType() == ImagePlus.class) setInput(input.getName(),
			WindowManager.getCurrentImage());
		resolveInput(input.getName());
	}

	/**
	 * An image to return; shown here only when there is no display, for then
	 * nobody else does it.
	 */
	protected ImagePlus show(final ImagePlus result) {
		if (GraphicsEnvironment.isHeadless()) result.show();
		return result;
	}

	/** Progress in ImageJ's status bar; canceled by the ESC key. */
	protected Progress progress() {
		return new StatusProgress(status);
	}
}
