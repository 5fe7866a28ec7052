import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";

export default defineConfig({
  site: "https://vergleich.example/",
  image: { service: passthroughImageService() },
  integrations: [
    starlight({
      title: "Vergleich",
      locales: { root: { label: "Deutsch", lang: "de" }, en: { label: "English", lang: "en" } },
      // One entry: a sidebar generated from the folders would repeat every page on every page.
      sidebar: [{ label: "Start", link: "/" }],
    }),
  ],
});
