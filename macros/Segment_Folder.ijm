// Segments all images of a folder with U-Net Lens, and prints how many objects
// each image has: a label image for each, one measurements.csv for all.
//
// In ImageJ: Plugins > Macros > Run..., and choose the folders.
// Without a person: ImageJ -batch Segment_Folder.ijm "input=[IN] output=[OUT] model=nuclei"
// Run it again after a break: what is finished is left out.

var options = getArgument();
var input = option("input", "");
if (input == "") input = getDirectory("Folder of images");
var output = option("output", "");
if (output == "") output = getDirectory("Folder for results");
var model = option("model", "nuclei");
var pattern = option("pattern", "*");

// The macro ends here with a message if an image fails; the others are done then.
run("Segment Folder...", "input=[" + input + "] output=[" + output + "] pattern=[" + pattern + "] model=[" + model +
	"] labels=true table=true resume=true");

// images.csv has a line for each image: image, result, objects, seconds, reason.
Table.open(output + File.separator + "images.csv");
total = 0;
for (i = 0; i < Table.size; i++) {
	print(Table.getString("image", i) + ": " + Table.get("objects", i) + " objects");
	total = total + Table.get("objects", i);
}
print(Table.size + " images, " + total + " objects: " + output);

// The value of key=value or key=[value with spaces] in the macro's argument.
function option(key, standard) {
	start = indexOf(options, key + "=");
	if (start < 0) return standard;
	value = substring(options, start + lengthOf(key) + 1);
	if (startsWith(value, "[")) return substring(value, 1, indexOf(value, "]"));
	end = indexOf(value + " ", " ");
	return substring(value, 0, end);
}
