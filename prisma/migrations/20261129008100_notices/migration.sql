-- AlterTable
ALTER TABLE "notices" ADD COLUMN     "once_key" TEXT,
ADD COLUMN     "unit_id" UUID;

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "mail_wanted" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "mail_turns" (
    "user_id" UUID NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mail_turns_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "notices_user_id_kind_once_key_key" ON "notices"("user_id", "kind", "once_key");

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "units"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_turns" ADD CONSTRAINT "mail_turns_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who is told belongs to the unit whose budget it is about: what is shown is asked of the unit
ALTER TABLE notices
  ADD CONSTRAINT notices_unit_check CHECK (budget_id IS NULL OR unit_id IS NOT NULL);

ALTER TABLE mail_turns
  ADD CONSTRAINT mail_turns_failures_check CHECK (failures >= 0);
