package app.marquee.ingest;

import java.io.IOException;
import java.util.List;

import app.marquee.search.IndexKeeper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

import org.springframework.context.ConfigurableApplicationContext;

/** The commands with which a curator looks at the sources, and takes one back. */
@Command(name = "sources", mixinStandardHelpOptions = true, description = "Lists the sources, and takes one back.",
		synopsisSubcommandLabel = "WHAT", subcommands = { SourceCommands.Listing.class, SourceCommands.Withdraw.class })
class SourceCommands {

	@ParentCommand
	Commands root;

	@Command(name = "list", mixinStandardHelpOptions = true,
			description = "Lists the sources: their ids, of when their data is, how much of it there is.")
	static class Listing extends Commands.Work {

		@ParentCommand
		SourceCommands parent;

		@Override
		Commands root() {
			return this.parent.root;
		}

		@Override
		void work(ConfigurableApplicationContext catalogue) {
			List<String> sources = catalogue.getBean(Dossiers.class).sources();
			print(sources.isEmpty() ? List.of("There is no source.") : sources);
		}

	}

	@Command(name = "withdraw", mixinStandardHelpOptions = true,
			description = "Takes back all that a source said, and frees the addresses of what goes with it. What others say stays. A large source takes minutes.")
	static class Withdraw extends Commands.Work {

		@ParentCommand
		SourceCommands parent;

		@Parameters(paramLabel = "SOURCE", description = "its id, as sources list has it: netflix-list")
		String source;

		@Option(names = "--dry-run", description = "say what would go, and change nothing")
		boolean dry;

		private boolean withdrawn;

		@Override
		Commands root() {
			return this.parent.root;
		}

		@Override
		boolean changesFilms() {
			return true;
		}

		@Override
		boolean changesFile() {
			return !this.dry;
		}

		@Override
		boolean isStopped(Imports imports) {
			return !this.withdrawn && imports.stopped();
		}

		@Override
		void work(ConfigurableApplicationContext catalogue) throws IOException {
			Imports imports = catalogue.getBean(Imports.class);
			Withdrawal withdrawal = catalogue.getBean(Withdrawal.class);
			Imports.Taking withdraw = () -> {
				List<String> lines = withdrawal.of(this.source, imports::stopped);
				this.withdrawn = !lines.isEmpty();
				print(this.withdrawn ? lines : List.of("Stopped. Nothing was changed."));
			};
			if (this.dry) {
				imports.takeBack(withdraw);
				print(List.of(Imports.DRY));
				return;
			}
			imports.behindTheScenes(withdraw);
			catalogue.getBean(IndexKeeper.class).catchUp();
		}

	}

}
