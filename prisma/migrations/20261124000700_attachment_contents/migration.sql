-- CreateTable
CREATE TABLE "attachment_contents" (
    "unit_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "byte_length" INTEGER NOT NULL,
    "content" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_contents_pkey" PRIMARY KEY ("unit_id","sha256")
);

-- AddForeignKey
ALTER TABLE "attachment_contents" ADD CONSTRAINT "attachment_contents_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Bytes are what their digest says; without bytes they are in the object store
ALTER TABLE attachment_contents
  ADD CONSTRAINT attachment_contents_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT attachment_contents_byte_length_check CHECK (byte_length BETWEEN 1 AND 20971520),
  ADD CONSTRAINT attachment_contents_content_check CHECK (
    octet_length(content) = byte_length AND encode(sha256(content), 'hex') = sha256);

-- PDF and pictures are compressed already
ALTER TABLE attachment_contents ALTER COLUMN content SET STORAGE EXTERNAL;
