// Trains a model with U-Net Lens on a folder of images and a folder of their
// label images (or ROI files) of the same names, then segments the first image
// with it, so that you see what it does.
//
// In ImageJ: Plugins > Macros > Run..., and choose the folders.
// Without a person: ImageJ -batch Train_From_Folder.ijm "images=[IMAGES] labels=[LABELS] output=[MODEL.zip] minutes=10"
// settings=[FILE.json] takes all other settings from a file.

var options = getArgument();
images = option("images", "");
if (images == "") images = getDirectory("Folder of images");
labels = option("labels", "");
if (labels == "") labels = getDirectory("Folder of labels or ROIs");
output = option("output", "");
if (output == "") output = getDirectory("Folder for the model") + "my-model.zip";
settings = option("settings", "");
minutes = option("minutes", "10");
// 0: as long as the file of settings says.
if (settings != "") minutes = option("minutes", "0");
if (!endsWith(images, "/")) images = images + "/";

line = "images=[" + images + "] labels=[" + labels + "] output=[" + output + "] minutes=" + minutes;
if (settings != "") line = line + " settings=[" + settings + "]";
run("Train...", line);

setBatchMode(true);
names = Array.sort(getFileList(images));
open(images + names[0]);
title = getTitle();
run("Segment...", "modelfile=[" + output + "] labels=true table=true");
print("Model: " + output);
print("It finds " + Table.size(title + "-objects") + " objects in " + names[0]);

// The value of key=value or key=[value with spaces] in the macro's argument.
function option(key, standard) {
	start = indexOf(options, key + "=");
	if (start < 0) return standard;
	value = substring(options, start + lengthOf(key) + 1);
	if (startsWith(value, "[")) return substring(value, 1, indexOf(value, "]"));
	end = indexOf(value + " ", " ");
	return substring(value, 0, end);
}
