import type { Readable } from "node:stream";
import { open, type Entry, type ZipFile } from "yauzl";
import { PART_NAME } from "./manifest.ts";
import { unfitFile } from "./unfit-file.ts";

/** No export comes near these; a bomb passes one of them. Sizes in bytes. */
const MOST_UNPACKED = 1024 * 1024 * 1024;
const MOST_ENTRIES = 101;
const MOST_RATIO = 200;
const BIG_ENTRY = 8 * 1024 * 1024;

const AGAIN = "export the workspace once more and bring that file as it is";

/** An archive whose table of contents was looked through; nothing of it is unpacked yet. */
export interface Archive {
  readonly sizes: ReadonlyMap<string, number>;
  /** Holds the entry to the size its table of contents says. */
  read(name: string): Promise<Readable>;
  close(): void;
}

/**
 * Opens a zip file and judges its table of contents before anything is unpacked.
 * @throws Refused
 */
export async function openArchive(file: string): Promise<Archive> {
  const zip = await new Promise<ZipFile>((settle, refuse) =>
    open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }, (fault, zip) => (fault ? refuse(unfitFile("the file", `this is no whole zip archive: ${fault.message}`, AGAIN)) : settle(zip))),
  );
  try {
    const entries = await judged(zip);
    return {
      sizes: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
      read: (name) =>
        new Promise((settle, refuse) => {
          const entry = entries.get(name);
          if (!entry) return refuse(unfitFile(name, `the part \`${name}\` is missing`, AGAIN));
          zip.openReadStream(entry, (fault, stream) => (fault ? refuse(unfitFile(name, fault.message, AGAIN)) : settle(stream)));
        }),
      close: () => zip.close(),
    };
  } catch (thrown) {
    zip.close();
    throw thrown;
  }
}

function judged(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MOST_ENTRIES) throw unfitFile("the file", `the archive holds ${zip.entryCount} files, more than any export`, AGAIN);
  let total = 0;
  const offsets = new Set<number>();
  return new Promise((settle, refuse) => {
    zip.on("error", (fault: Error) => refuse(unfitFile("the file's table of contents", fault.message, AGAIN)));
    zip.on("end", () => settle(entries));
    zip.on("entry", (entry: Entry) => {
      const { fileName: name, uncompressedSize, compressedSize } = entry;
      total += uncompressedSize;
      const fault = !PART_NAME.test(name)
        ? "the name leads elsewhere or is none that an export uses"
        : entries.has(name) || offsets.has(entry.relativeOffsetOfLocalHeader)
          ? "the file is there twice"
          : entry.isEncrypted()
            ? "the file is encrypted"
            : entry.compressionMethod !== 0 && entry.compressionMethod !== 8
              ? "the file is packed in a way no export uses"
              : total > MOST_UNPACKED
                ? "unpacked, the archive is larger than 1 GB"
                : uncompressedSize > BIG_ENTRY && uncompressedSize > compressedSize * MOST_RATIO
                  ? `the file is packed more than ${MOST_RATIO} to 1`
                  : undefined;
      if (fault !== undefined) return refuse(unfitFile(name.slice(0, 200), fault, AGAIN));
      entries.set(name, entry);
      offsets.add(entry.relativeOffsetOfLocalHeader);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
