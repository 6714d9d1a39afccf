#@ ImagePlus image
#@ String (label = "Model", value = "nuclei") model
#@ CommandService commands
#@ ModuleService modules
#@output ImagePlus labels
#@output Integer objects

// Segments the active image with U-Net Lens, in Fiji's Script Editor or from another script:
// "labels" is the label image, "objects" how many there are.

import org.unetlens.ij.commands.SegmentCommand

// Inputs that are left out would be asked for.
result = modules.run(commands.getCommand(SegmentCommand.class), true, "image", image, "model", model, "modelfile", null, "labels", true,
	"probabilities", false, "masks", false, "outlines", false, "overlay", false, "table", false, "channel", "auto", "augmentation", "none", "memory", 1024).get()
if (result.isCanceled()) throw new IllegalStateException(result.getCancelReason())

labels = result.getOutput("labelimage")
objects = (int) labels.getStatistics().max
