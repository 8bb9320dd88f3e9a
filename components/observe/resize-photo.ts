const longestSide = 1_600;
const largest = 2 * 1024 * 1024;

/**
 * A photo as a JPEG of at most 1,600 pixels and 2 MB. Drawing it anew also leaves out where and when it was taken.
 * @throws Error with a sentence to show, when the browser cannot read it as a picture
 */
export async function resizePhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new Error("This browser cannot read the file as a picture");
  });
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.82, 0.65, 0.5]) {
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
      if (blob && blob.size <= largest) return blob;
    }
    throw new Error("The picture stays larger than 2 MB");
  } finally {
    picture.close();
  }
}
