-- Who has a draft open at this moment. Nothing depends on it: a crash may empty it, so it is not written ahead.
CREATE UNLOGGED TABLE "draft_presence" (
    "version_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_presence_pkey" PRIMARY KEY ("version_id","user_id")
);

-- AddForeignKey
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "budget_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
