/** How long a document may be read, waiting for its turn included; after that it goes to review (contract §8). */
export const READ_WALL_MS = 30_000;

/** A printed line is shorter; one that is longer was made to be searched for long, and is not searched beyond. */
export const LINE_CHARS_MAX = 160;
