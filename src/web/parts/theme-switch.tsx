import { Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { say } from "../words.ts";
import style from "./controls.module.css";

const chosenTheme = (): "dark" | "light" => {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === "dark" || chosen === "light" ? chosen : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

/** Dark or light; until it is pressed the page follows the system. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(chosenTheme);
  useEffect(() => {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const follow = (): void => setTheme(chosenTheme());
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, []);
  const other = theme === "dark" ? "light" : "dark";
  const change = (): void => {
    document.documentElement.dataset["theme"] = other;
    setTheme(other);
    try {
      localStorage.setItem("remit-theme", other);
    } catch {
      // A browser that keeps nothing still shows the chosen colours now.
    }
  };
  return (
    <Button className={`${style.button} ${style.quiet} ${style.icon}`} aria-label={say(`theme.${other}`)} onPress={change}>
      {other === "dark" ? <Moon aria-hidden /> : <Sun aria-hidden />}
    </Button>
  );
}
