import type { Asks } from '../../src/catalogue/asks.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with the media library. */
export const asks = {
  'GET /medias/files': [
    'list files in the media library',
    'find the logo we uploaded',
    'show images in a folder',
    'get the public URL of a picture',
    'what folders are in the media storage',
    'look for a PDF or video',
    'browse our photo gallery',
  ],
  'POST /medias/upload-file': [
    'upload an image to the media library',
    'put a logo in our files',
    'add a PDF to media storage',
    'save a picture from a URL',
    'upload video file',
    'I need a public link for this photo',
    'store a brochure',
  ],
  'POST /medias/folder': [
    'create a media folder',
    'new folder for client photos',
    'make a directory in media storage',
    'subfolder for ad creatives',
    'organize images in folders',
    'add a folder to the library',
  ],
  'POST /medias/{id}': [
    'rename a file',
    'change the name of an image',
    'rename one media folder',
    'file has a cryptic name, fix it',
    'give this picture a better title',
    'relabel a document in the media library',
  ],
  'PUT /medias/update-files': [
    'rename many files at once',
    'bulk rename images',
    'change names of several media files',
    'batch rename folders',
    'clean up file names in one go',
    'mass update of file titles',
  ],
  'DELETE /medias/{id}': [
    'delete a file from the media library',
    'remove an old logo',
    'erase this picture for good',
    'delete a media folder with everything in it',
    'get rid of one uploaded video',
    'drop a single document',
  ],
  'PUT /medias/delete-files': [
    'delete many files at once',
    'move files to trash',
    'bulk remove old images',
    'clean out the media library',
    'trash several folders but keep them restorable',
    'batch delete unused photos',
    'free up storage',
  ],
} as const satisfies Asks<typeof operations>;
