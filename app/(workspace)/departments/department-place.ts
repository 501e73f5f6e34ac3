import { notFound } from 'next/navigation';
import * as z from 'zod';
import { type DepartmentYearPlace, departmentYearSchema } from '@/lib/schemas/editions.ts';

export interface DepartmentParams {
  readonly code: string;
  readonly year: string;
}

const year = z.coerce.number();

/** The department and year that an address names; an address that names none is not found. */
export function departmentPlace(params: DepartmentParams): DepartmentYearPlace {
  const place = departmentYearSchema.safeParse({ departmentCode: params.code, year: year.safeParse(params.year).data });
  return place.success ? place.data : notFound();
}
