// Counts and measures the objects of each image of a folder, leaving out small
// ones and those that touch the border: an example of a loop over files with
// numbers of one's own. Writes summary.csv: image, objects, mean area, mean
// brightness, share of the image that they cover.
//
// In ImageJ: Plugins > Macros > Run..., and choose the folders.
// Without a person: ImageJ -batch Measure_Objects.ijm "input=[IN] output=[OUT] model=nuclei channel=auto minimum=20"

var options = getArgument();
var input = option("input", "");
if (input == "") input = getDirectory("Folder of images");
var output = option("output", "");
if (output == "") output = getDirectory("Folder for results");
var model = option("model", "nuclei");
// The channel in which objects are found; brightness is that of this channel.
var channel = option("channel", "auto");
// Smallest area that counts, in pixels.
var minimum = parseFloat(option("minimum", "20"));
File.makeDirectory(output);
var csv = output + File.separator + "summary.csv";
if (File.exists(csv)) exit("The file " + csv + " is already there. Delete it, or choose another folder.");

setBatchMode(true);
File.append("image,objects,mean area (px),mean brightness,area share", csv);
names = Array.sort(getFileList(input));
for (i = 0; i < names.length; i++) {
	showProgress(i, names.length);
	if (isImage(names[i])) summarize(names[i]);
}

// Segments one image and adds a line to the summary.
function summarize(name) {
	open(input + File.separator + name);
	title = getTitle();
	getDimensions(width, height, channels, slices, frames);
	pixels = width * height * slices * frames;
	run("Segment...", "model=[" + model + "] channel=" + channel + " labels=false table=true");
	table = title + "-objects";
	// With several channels there is a column for each.
	brightness = "mean";
	if (indexOf(Table.headings(table), "mean (channel 1)") >= 0) brightness = "mean (channel " + channel + ")";
	n = 0;
	area = 0;
	light = 0;
	for (r = 0; r < Table.size(table); r++) {
		size = Table.get("area (px)", r, table);
		if (size >= minimum && Table.get("touches border", r, table) == 0) {
			n++;
			area = area + size;
			light = light + Table.get(brightness, r, table);
		}
	}
	File.append(name + "," + n + "," + area / n + "," + light / n + "," + area / pixels, csv);
	close(table);
	close("*");
}

function isImage(name) {
	lower = toLowerCase(name);
	return endsWith(lower, ".tif") || endsWith(lower, ".tiff") || endsWith(lower, ".png") ||
		endsWith(lower, ".jpg") || endsWith(lower, ".jpeg") || endsWith(lower, ".bmp");
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
