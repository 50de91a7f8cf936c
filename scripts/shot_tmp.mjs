import { writeFileSync } from 'node:fs';
import { startChromium } from './browsers/chromium.mjs';
import { openExtensionPage } from './browsers/pages.mjs';
import { answer, fillProfile, importFile, settled, typeInto } from './browsers/ui.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC, sampleCalendar } from './run/sample_calendar.mjs';
writeFileSync('/tmp/s.ics', sampleCalendar(Date.now()));
for (const scheme of ['light','dark']) {
const s = await startChromium();
const p = await openExtensionPage(s,'options.html');
await fillProfile(p, SAMPLE_PROFILE); await importFile(p,'/tmp/s.ics');
const st = await p.evaluate(()=>chrome.storage.local.get(null));
const it = Object.values(st).map(x=>x.data).find(x=>x?.employer==='Kettlefish');
const person = it.people.find(x=>x.mainContact) ?? it.people[0];
const q = await openExtensionPage(s,'popup.html#interview:'+it.id+'/'+person.id);
await q.setViewport({width:420,height:900});
await q.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
await q.bringToFront(); await settled(q);
await q.screenshot({path:`/tmp/q-${scheme}.png`});
await answer(q, SAMPLE_SPECIFIC); await settled(q);
await new Promise(r=>setTimeout(r,1000));
const body = await q.$eval('#body',e=>e.value);
await q.$eval('#body',(e)=>{ e.value=e.value.replace(/^.*\n/,'Hi Tom,\n').replace('Kettlefish','Ketlefish')+'\nplease answer as soon as possible'; e.dispatchEvent(new Event('input',{bubbles:true})); });
await new Promise(r=>setTimeout(r,500));
await q.evaluate(()=>{for (const d of document.querySelectorAll('[data-slot="speak"]')) d.open=true; document.querySelector('.why').open=true;});
await q.screenshot({path:`/tmp/d-${scheme}.png`,fullPage:true});
await s.browser.close(); }
