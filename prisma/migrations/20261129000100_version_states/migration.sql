-- Apart from what uses them: a value of an enum can be used only after the transaction that added it
ALTER TYPE "VersionState" ADD VALUE 'CONFIRMING' AFTER 'DRAFT';
ALTER TYPE "VersionState" ADD VALUE 'WITHDRAWN' AFTER 'RETURNED';
ALTER TYPE "VersionState" ADD VALUE 'ACCEPTED' AFTER 'WITHDRAWN';
