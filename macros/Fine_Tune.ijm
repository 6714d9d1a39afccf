// Teaches a model your own images with U-Net Lens: starts from a model that
// knows similar ones, which needs fewer images and less time than a new one.
//
// In ImageJ: Plugins > Macros > Run..., and choose the folder.
// Without a person: ImageJ -batch Fine_Tune.ijm "images=[FOLDER] output=[MODEL.zip] base=nuclei minutes=5"
// The folder holds images and beside them their ROI files (NAME.zip) or label
// images (NAME_mask.tif), or sub-folders images and labels.

var options = getArgument();
images = option("images", "");
if (images == "") images = getDirectory("Folder of images with annotations");
output = option("output", "");
if (output == "") output = getDirectory("Folder for the model") + "fine-tuned.zip";
base = option("base", "nuclei");
settings = option("settings", "");
minutes = option("minutes", "5");
// 0: as long as the file of settings says.
if (settings != "") minutes = option("minutes", "0");

line = "images=[" + images + "] output=[" + output + "] base=[" + base + "] minutes=" + minutes;
if (settings != "") line = line + " settings=[" + settings + "]";
run("Train...", line);
print("Model: " + output);

// The value of key=value or key=[value with spaces] in the macro's argument.
function option(key, standard) {
	start = indexOf(options, key + "=");
	if (start < 0) return standard;
	value = substring(options, start + lengthOf(key) + 1);
	if (startsWith(value, "[")) return substring(value, 1, indexOf(value, "]"));
	end = indexOf(value + " ", " ");
	return substring(value, 0, end);
}
