/** How long a document may be read, waiting for its turn included; after that it goes to review (contract §8). */
export const READ_WALL_MS = 30_000;
