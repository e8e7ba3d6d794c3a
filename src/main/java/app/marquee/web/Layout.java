package app.marquee.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what {@code _layout.html} needs. */
@ControllerAdvice
class Layout {

	private final Assets assets;

	private final MarqueeSettings settings;

	Layout(Assets assets, MarqueeSettings settings) {
		this.assets = assets;
		this.settings = settings;
	}

	@ModelAttribute
	void addTo(Model model) {
		model.addAttribute("stylesheet", this.assets.stylesheet());
		model.addAttribute("icon", this.assets.icon());
		model.addAttribute("script", this.assets.script());
		model.addAttribute("baseUrl", this.settings.baseUrl().toString());
	}

}
