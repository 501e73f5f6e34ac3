import type { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';

/** A store of bytes by name, outside of the database. All throw `ObjectStoreError`. */
export interface ObjectStore {
  put(name: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** @returns null where there is no such object */
  get(name: string): Promise<Uint8Array | null>;
  remove(name: string): Promise<void>;
}

/** The store cannot be reached, refuses, or lost what it was given. */
export class ObjectStoreError extends Error {
  override readonly name = 'ObjectStoreError';
}

const settings = z.object({
  S3_BUCKET: z.string().min(1),
  /** Address of an S3-compatible service (MinIO, Ceph, a government cloud); without it Amazon's own. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().min(1).default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().min(1),
  S3_SECRET_ACCESS_KEY: z.string().min(1),
});

let opened: { readonly key: string; readonly store: Promise<ObjectStore> } | undefined;

/**
 * The S3-compatible store of the environment (`S3_BUCKET` and what belongs to it); null where none is configured: files
 * are then kept in PostgreSQL.
 *
 * @throws ObjectStoreError that names the settings that are missing or wrong
 */
export async function objectStore(env: NodeJS.ProcessEnv = process.env): Promise<ObjectStore | null> {
  if (!env.S3_BUCKET) return null;
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    const names = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new ObjectStoreError(`the object store is not configured: ${names}`);
  }
  const key = JSON.stringify(parsed.data);
  if (opened?.key !== key) opened = { key, store: openS3(parsed.data) };
  return opened.store;
}

async function openS3(config: z.output<typeof settings>): Promise<ObjectStore> {
  const { S3Client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand } = await import('@aws-sdk/client-s3');
  const client: S3Client = new S3Client({
    region: config.S3_REGION,
    ...(config.S3_ENDPOINT === undefined ? {} : { endpoint: config.S3_ENDPOINT, forcePathStyle: true }),
    credentials: { accessKeyId: config.S3_ACCESS_KEY_ID, secretAccessKey: config.S3_SECRET_ACCESS_KEY },
    /* Compatible services know checksums where the protocol demands them, not everywhere. */
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  });
  const at = (name: string) => ({ Bucket: config.S3_BUCKET, Key: name });
  return {
    async put(name, bytes, mediaType) {
      await told(client.send(new PutObjectCommand({ ...at(name), Body: bytes, ContentType: mediaType })));
    },
    async get(name) {
      const answer = await told(
        client.send(new GetObjectCommand(at(name))).catch((error: unknown) => {
          if (error instanceof Error && error.name === 'NoSuchKey') return null;
          throw error;
        }),
      );
      return answer?.Body ? await told(answer.Body.transformToByteArray()) : null;
    },
    async remove(name) {
      await told(client.send(new DeleteObjectCommand(at(name))));
    },
  };
}

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new ObjectStoreError(`the object store failed: ${String(error)}`);
  }
}
