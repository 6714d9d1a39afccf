#@ ImagePlus image
#@ String (label = "Model", value = "nuclei") model
#@ CommandService commands
#@ ModuleService modules
#@output ImagePlus labels
#@output Integer objects

# Segments the active image with U-Net Lens, in Fiji's Script Editor or from another script:
# "labels" is the label image, "objects" how many there are.

from org.unetlens.ij.commands import SegmentCommand

# Inputs that are left out would be asked for.
result = modules.run(commands.getCommand(SegmentCommand), True, ["image", image, "model", model, "modelfile", None, "labels", True,
	"probabilities", False, "masks", False, "outlines", False, "overlay", False, "table", False, "channel", "auto", "augmentation", "none", "memory", 1024]).get()
if result.isCanceled():
	raise Exception(result.getCancelReason())

labels = result.getOutput("labelimage")
objects = int(labels.getStatistics().max)
