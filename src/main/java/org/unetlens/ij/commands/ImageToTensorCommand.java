
package org.unetlens.ij.commands;

import java.io.File;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.unetlens.ij.NpyImages;
import org.unetlens.ij.OnExisting;

import ij.ImagePlus;

/** Plugins &gt; U-Net Lens &gt; Image to Tensor (.npy)...: for NumPy. */
@Plugin(type = Command.class, label = "Image to Tensor (.npy)...", menu = {
	@Menu(label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
		label = "Image to Tensor (.npy)...") })
public class ImageToTensorCommand extends LensCommand {

	@Parameter(label = "Image", persist = false, required = false,
		description = "Saved with its pixels as they are; RGB as three channels.")
	private ImagePlus image;

	@Parameter(label = "File (.npy)", required = false,
		style = FileWidget.SAVE_STYLE, description = "The file to write.")
	private File file;

	@Parameter(label = "Axes of the array",
		description = "In NumPy's order, e.g. yx, cyx, zyx, tzcyx, NHWC or NCHW; auto: t, z, c, y, x without those of length 1.")
	private String axes = NpyImages.AUTO;

	@Parameter(label = "Replace the file if it is there", persist = false,
		description = "Otherwise a file that is there is left as it is.")
	private boolean overwrite;

	@Override
	protected void execute() {
		NpyImages.save(image, file, axes, overwrite ? OnExisting.REPLACE
			: OnExisting.REFUSE);
	}
}
