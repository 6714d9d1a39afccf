
package org.unetlens.ij.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.unetlens.ij.NpyImages;

import ij.ImagePlus;

/** Plugins &gt; U-Net Lens &gt; Tensor (.npy) to Image...: from NumPy. */
@Plugin(type = Command.class, label = "Tensor (.npy) to Image...", menu = {
	@Menu(label = "Plugins"), @Menu(label = "U-Net Lens"), @Menu(
		label = "Tensor (.npy) to Image...") })
public class TensorToImageCommand extends LensCommand {

	@Parameter(label = "File (.npy)", required = false,
		description = "An array of 1 to 5 axes.")
	private File file;

	@Parameter(label = "Axes of the array",
		description = "In NumPy's order, e.g. zyx or NHWC; auto: yx, cyx, zcyx or tzcyx by their number.")
	private String axes = NpyImages.AUTO;

	@Parameter(type = ItemIO.OUTPUT, label = "Image")
	private ImagePlus opened;

	@Override
	protected void execute() {
		opened = show(NpyImages.open(file, axes));
	}
}
