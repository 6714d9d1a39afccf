// Segments one image with U-Net Lens: shows the label image, the outlines over a
// copy of the image and the table of objects, and saves all three.
//
// In ImageJ: Plugins > Macros > Run..., and choose image and folder.
// Without a person: ImageJ -batch Segment_Image.ijm "image=[IMAGE] output=[FOLDER] model=nuclei channel=auto"

var options = getArgument();
var image = option("image", "");
if (image == "") image = File.openDialog("Image");
var output = option("output", "");
if (output == "") output = getDirectory("Folder for results");
var model = option("model", "nuclei");
var channel = option("channel", "auto");
File.makeDirectory(output);
var start = output + File.separator + File.getNameWithoutExtension(image);
requireNew(start + "_labels.tif");
requireNew(start + "_overlay.tif");
requireNew(start + "_objects.csv");

open(image);
title = getTitle();
run("Segment...", "model=[" + model + "] channel=" + channel + " labels=true overlay=true table=true");

// Every result is found by the title of the image.
selectImage(title + "-labels");
saveAs("Tiff", start + "_labels.tif");
selectImage(title + "-overlay");
saveAs("Tiff", start + "_overlay.tif");
objects = Table.size(title + "-objects");
Table.save(start + "_objects.csv", title + "-objects");
print(title + ": " + objects + " objects");

function requireNew(file) {
	if (File.exists(file)) exit("The file " + file + " is already there. Delete it, or choose another folder.");
}

// The value of key=value or key=[value with spaces] in the macro's argument.
function option(key, standard) {
	start = indexOf(options, key + "=");
	if (start < 0) return standard;
	value = substring(options, start + lengthOf(key) + 1);
	if (startsWith(value, "[")) return substring(value, 1, indexOf(value, "]"));
	end = indexOf(value + " ", " ");
	return substring(value, 0, end);
}
