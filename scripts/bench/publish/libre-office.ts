import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExpectedFailure } from '../../expected-failure.ts';
import { measuredRun } from './measured-run.ts';

const PROGRAMS = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'];

/** Opens a book, works it out, writes it as tagged PDF/A-2 with bookmarks and, where a second name is given, as XLSX, and ends the program. */
const MACRO = `Sub Publish(source, pdf, xlsx)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  book.calculateAll()
  Dim kind(2) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "SelectPdfVersion"
  kind(0).Value = 2
  kind(1).Name = "UseTaggedPDF"
  kind(1).Value = True
  kind(2).Name = "ExportBookmarks"
  kind(2).Value = True
  Dim asPdf(1) As New com.sun.star.beans.PropertyValue
  asPdf(0).Name = "FilterName"
  asPdf(0).Value = "calc_pdf_Export"
  asPdf(1).Name = "FilterData"
  asPdf(1).Value = kind()
  book.storeToURL(pdf, asPdf())
  If xlsx <> "" Then
    Dim asXlsx(0) As New com.sun.star.beans.PropertyValue
    asXlsx(0).Name = "FilterName"
    asXlsx(0).Value = "Calc MS Excel 2007 XML"
    book.storeToURL(xlsx, asXlsx())
  End If
  book.close(True)
  StarDesktop.terminate()
End Sub
`;

const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const FILES = {
  'script.xlb': `${XML}
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Bench"/>
</library:library>`,
  'Bench.xba': `${XML}
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Bench" script:language="StarBasic">${MACRO.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</script:module>`,
};

/** @throws ExpectedFailure where LibreOffice is not installed */
export function libreOfficeProgram(): string {
  const found = PROGRAMS.find((file) => existsSync(file));
  if (!found) {
    throw new ExpectedFailure('LibreOffice is the peer of this benchmark: apt-get install libreoffice-calc');
  }
  return found;
}

/** Has the program make a user profile, as its first start does, and puts the macro into it. */
export async function prepareProfile(program: string, folder: string): Promise<void> {
  await measuredRun(program, [...quietly(folder), '--terminate_after_init'], 'time');
  const library = path.join(folder, 'user', 'basic', 'Standard');
  await mkdir(library, { recursive: true });
  for (const [name, text] of Object.entries(FILES)) await writeFile(path.join(library, name), text);
}

/** The arguments with which LibreOffice publishes a book and ends. */
export function publishArguments(profile: string, source: string, targets: readonly string[]): readonly string[] {
  const [pdf, xlsx] = targets.map((target) => pathToFileURL(target).href);
  const call = [pathToFileURL(source).href, pdf ?? '', xlsx ?? ''].map((url) => `"${url}"`).join(',');
  return [...quietly(profile), `macro:///Standard.Bench.Publish(${call})`];
}

function quietly(profile: string): readonly string[] {
  const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  return [own, '--headless', '--norestore', '--nologo', '--nofirststartwizard'];
}
