// Segments all images of a folder with U-Net Lens: writes NAME_labels.tif for
// each image and one measurements.csv for all.
//
// In ImageJ: Plugins > Macros > Run..., and choose the folders.
// Without a person: ImageJ -batch Segment_Folder.ijm "input=[IN] output=[OUT] model=nuclei"
// Files that are there already are left as they are; delete them to do them again.

var options = getArgument();
var input = option("input", "");
if (input == "") input = getDirectory("Folder of images");
var output = option("output", "");
if (output == "") output = getDirectory("Folder for results");
var model = option("model", "nuclei");
if (!endsWith(input, "/")) input = input + "/";
if (!endsWith(output, "/")) output = output + "/";
File.makeDirectory(output);
var csv = output + "measurements.csv";
if (File.exists(csv)) exit("The file " + csv + " is already there. Delete it, or choose another folder.");

setBatchMode(true);
images = 0;
objects = 0;
names = Array.sort(getFileList(input));
for (i = 0; i < names.length; i++) {
	if (isImage(names[i])) {
		images++;
		showProgress(i, names.length);
		objects = objects + segment(names[i]);
	}
}
if (images == 0) exit("There are no images in " + input);
print(images + " images, " + objects + " objects: " + output);

// Segments one image and adds its objects to the table; returns their number.
function segment(name) {
	open(input + name);
	title = getTitle();
	run("Segment...", "model=[" + model + "] labels=true table=true");
	selectImage(title + "-labels");
	dot = lastIndexOf(name, ".");
	labels = output + substring(name, 0, dot) + "_labels.tif";
	if (!File.exists(labels)) saveAs("Tiff", labels);
	n = addRows(name, title + "-objects");
	close("*");
	return n;
}

// Adds the rows of a table to the CSV file, the name of the image in front.
function addRows(name, table) {
	n = Table.size(table);
	headings = split(Table.headings(table), "\t");
	if (!File.exists(csv)) File.append("image," + String.join(headings, ","), csv);
	for (r = 0; r < n; r++) {
		line = name;
		for (c = 0; c < headings.length; c++)
			line = line + "," + Table.get(headings[c], r, table);
		File.append(line, csv);
	}
	close(table);
	return n;
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
