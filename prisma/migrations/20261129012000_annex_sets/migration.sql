-- 取整方式 of a fiscal year's published figures (docs/decisions/0029).
CREATE TYPE "Rounding" AS ENUM ('EACH_CELL', 'SUM_OF_PARTS', 'LARGEST_REMAINDER');

ALTER TABLE "fiscal_years" ADD COLUMN "rounding" "Rounding" NOT NULL DEFAULT 'EACH_CELL';
