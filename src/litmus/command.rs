//! What a command does to a system, by its words alone: runs it, tests it, brings it out, takes it back.

mod publish;

pub use publish::{brings_out, only_publishes};

use std::sync::LazyLock;

use crate::words::list::is_among;
use crate::words::pattern::{Pattern, in_pieces};

/// What a command is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    Run,
    /// It brings the thing onto a machine: the way to use it, where nothing else is said.
    Install,
    Test,
    Deploy,
    Undo,
    /// It asks a running system how it is.
    Health,
}

/// What may stand before the command on its line: a prompt, a variable, a wrapper.
const BEFORE: &str = r"(?m)(?:^|&& ?|; ?|\|\| ?)[ \t]*(?:[$%>#] ?)?(?:[A-Z_][A-Z0-9_]*=\S* +)*(?:sudo +|time +|npx +|(?:pdm|uv|poetry|pipenv|hatch|rye) +run +|bundle +exec +|docker(?:-| )compose +(?:run|exec)(?: +(?:-[euvwp]|--(?:env|user|volume|workdir|publish)) +\S+| +-\S+)* +\S+ +|mise +exec +-- +)*";
const END: &str = r"(?:$|[ \t;&|`)'\x22])";

fn opening(pieces: &[&str]) -> Pattern {
    let mut all = vec![BEFORE, r"(?:"];
    all.extend(pieces);
    all.extend([r")", END]);
    in_pieces(&all)
}

static TEST: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"cargo +(?:\+\S+ +)?(?:nextest(?: run)?|test|t)|cargo +xtask +\S*test\S*|go +test|(?:npm|yarn|pnpm|bun|lerna|nx|turbo)(?: +-\S+(?: +\S+)?)* +(?:run +)?(?:\S*[:_/-])?(?:tests?|testing|specs?|e2e)(?:[:_-]\S*)?|npm +t",
        r"|(?:make|gmake|just|task|rake|inv|invoke|mage|nox|tox|grunt|gulp|ninja|doit)(?: +-\S+(?: +\S+)?)* +(?:(?:\S*[:_./-])?(?:tests?|testall|unittests?|pytest|testing|specs?|cypress|playwright|jest|rspec)(?:[:_.-]\S*)?|check)|rake(?: +[a-z][\w:]*)+ +(?:test|spec)|tox|nox|(?:bin/)?rspec|py\.?test|python3? +-m +(?:py)?(?:test|unittest)|python3? +\S*(?:runtests|run_tests?)\.py|python3? +\S*setup\.py +test|(?:python3? +)?\S*manage\.py +test",
        r"|(?:mvn|mvnw|\./mvnw)(?: +\S+)* +(?:test|verify|install)|(?:\./)?gradlew?(?: +\S+)* +\S*(?:[tT]est|check)\S*|dotnet +test|ctest|bazel(?:isk)? +test|sbt(?: +\S+)* +\S*test\S*|mix +test|lein +test|swift +test|flutter +test|dart +test|deno +test|zig +build +test|dune +(?:run)?test|meson +test|stack +test|cabal +test|rebar3 +(?:ct|eunit)|prove",
        r"|\S*/?phpunit|composer(?: +run)? +\S*test\S*|jest|vitest|mocha|cypress +(?:run|open)|playwright +test|bats|molecule +test|(?:bin/)?rails +test|(?:\./|bin/|scripts?/|\./scripts?/|hack/|\./hack/|ci/|\./ci/|build/)\S*tests?(?:\.sh|\.py|\.rb)?|helm +unittest|terraform +test|conftest +test|promtool +test|opa +test|go +run +\S*test\S*",
    ])
});

static RUN: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"cargo +(?:\+\S+ +)?run|go +run|(?:npm|yarn|pnpm|bun)(?: +-\S+(?: +\S+)?)* +(?:run +)?(?:start|dev|serve|develop|preview)\S*|(?:make|just|task|rake|mage|inv|invoke) +(?:\S*[-_:/])?(?:run|start|serve|up|dev|local|server|quickstart)(?:[-_:]\S*)?|(?:docker|podman)(?:-| )compose(?: +-\S+(?: +\S+)?)* +up|(?:docker|podman|nerdctl)(?: +container)? +run",
        r"|flask(?: +-\S+(?: +\S+)?)* +run|python3? +-m +(?:http\.server|flask|uvicorn)|python3? +\S*(?:app|main|server|run|cli|bot)\.py|(?:python3? +)?\S*manage\.py +runserver|uvicorn|gunicorn|hypercorn|streamlit +run|(?:bin/)?rails +s(?:erver)?|bin/(?:dev|server|start|run|setup)|foreman +start|(?:\./)?gradlew?(?: +\S+)* +\S*(?:bootRun|run|quarkusDev)\S*|(?:mvn|\./mvnw)(?: +\S+)* +(?:spring-boot:run|quarkus:dev|exec:java)",
        r"|dotnet +(?:run|watch)|java +(?:-\S+ +)*-jar|vagrant +up|tilt +up|skaffold +(?:dev|run)|hugo +serve\S*|mkdocs +serve|(?:bundle +exec +)?jekyll +s(?:erve)?|mix +phx\.server|(?:\./|(?:\./)?(?:scripts?|bin|hack)/)(?:run|start|serve|up|dev)(?:\.sh|\.py)?|node +\S+\.[cm]?js|deno +run|ruby +\S+\.rb|php +(?:artisan +serve|-S)|zig +build +run|swift +run|flutter +run|stack +run|cabal +run|sbt +run|lein +run|iex +-S",
    ])
});

static INSTALL: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:python3? +-m +)?pip[x3]?(?: +-\S+)* +install|(?:npm|pnpm|bun)(?: +-\S+)* +(?:install|i|add|ci)|yarn +(?:global +)?(?:add|install)|cargo +(?:install|add|binstall)|go +(?:get|install)|brew +(?:install|tap)|apt(?:-get)? +install|(?:dnf|yum|zypper|apk)(?: +-\S+)* +(?:install|add)|pacman +-S|gem +install|composer +(?:global +)?require|conda +install|mamba +install|uv +(?:add|tool +install|pip +install|sync)|uvx|npx|poetry +(?:add|install)|winget +install|choco +install|scoop +install|helm +install|dotnet +(?:add|tool +install)|nix(?:-env)? +\S+|asdf +install|mix +deps\.get|bundle +(?:install|add)|make +install|krew +install",
    ])
});

static DEPLOY: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"(?:make|just|task|rake|mage|inv|invoke|npm +run|yarn|pnpm|yarn +run|pnpm +run|tox +-e|nox +-s) +(?:\S*[-_:/.])?(?:(?:re)?deploy|release|publish|promote|rollout|ship)(?:[-_:.]\S*)?|kubectl(?: +-\S+(?: +\S+)?)* +apply|kustomize +build|helm(?: +-\S+)* +upgrade|helmfile +(?:apply|sync)|(?:terraform|tofu|terragrunt)(?: +-\S+)* +(?:run-all +)?apply|(?:npm|yarn|pnpm|lerna|changeset) +(?:npm +)?publish|npm +version|cargo +(?:publish|release|dist)|twine +upload|(?:poetry|uv|flit|hatch|pdm) +publish|gem +push|git +tag +(?:-\S+ +)*\S*(?:v\d|\d\.|X\.|version|VERSION|release|RELEASE|TAG|[$<{])\S*|git +push +(?:\S+ +)?(?:--tags|v\S+|heroku\S*)|goreleaser(?: +(?:release|publish|continue|--\S+)| *$)",
        r"|ansible-playbook|(?:cdk|sls|serverless|sam|fly|flyctl|eb|copilot|amplify|firebase|netlify|wrangler|vercel|railway|kamal|dokku|caprover|chalice|zappa|gcloud(?: +\w+)* +\w+|az(?: +\w+)*) +(?:deploy\S*|publish|up|create +--source)|vercel(?: +--prod)?|cf +push|pulumi +up|argocd +app +sync|flux +reconcile|gh +(?:release +create|workflow +run)|docker +push|(?:\./)?(?:scripts?/|bin/|hack/|ci/|deploy/|release/)?(?:\S*/)?[^/ ]*(?:deploy|release|publish)[^/ ]*\.(?:sh|py|rb)|(?:bin|script|scripts)/(?:deploy|release|publish)|cap +\S+ +deploy|(?:mvn|\./mvnw)(?: +\S+)* +(?:deploy|release:\S+)|(?:\./)?gradlew?(?: +\S+)* +\S*publish\S*|sbt +\S*(?:publish|release)\S*|mix +hex\.publish|bumpversion|bump2version|semantic-release|release-it",
    ])
});

static UNDO: LazyLock<Pattern> = LazyLock::new(|| {
    opening(&[
        r"kubectl(?: +-\S+(?: +\S+)?)* +rollout +undo|helm(?: +-\S+)* +rollback|git +revert|argocd +app +rollback|npm +unpublish|cargo +yank|gem +yank|alembic +downgrade|(?:\S*rails|\S*rake) +db:rollback|(?:\S*)manage\.py +migrate +\w+ +(?:\d+|zero)|cap +\S+ +deploy:rollback|(?:make|just|task|npm +run|yarn|pnpm) +\S*(?:rollback|roll-back|undo|revert|restore)\S*|(?:\./)?\S*(?:rollback|roll-back)\S*|heroku +(?:releases:)?rollback|(?:fly|kamal|netlify|vercel|wrangler) +rollback|pg_restore|mix +ecto\.rollback|flyway +undo|liquibase +rollback\S*|git +push +\S+ +:?\S*(?:rollback|revert)\S*",
    ])
});

static HEALTH: LazyLock<Pattern> = LazyLock::new(|| {
    in_pieces(&[
        BEFORE,
        r"(?:curl|wget|http|xh)(?: +\S+)* +\S*/(?:-/)?(?:health\S*|ready\S*|livez?|livenes\S*|status|ping|metrics|_?up)(?:$|[ \t;&|`)'\x22?])",
    ])
});

/// Whether a line holds a command with this aim.
pub fn aims_at(line: &str, aim: Aim) -> bool {
    let pattern = match aim {
        Aim::Run => &RUN,
        Aim::Install => &INSTALL,
        Aim::Test => &TEST,
        Aim::Deploy => &DEPLOY,
        Aim::Undo => &UNDO,
        Aim::Health => &HEALTH,
    };
    pattern.is_match(line.trim())
}

/// Whether a target is called by what it tests, and that is not how: `test-billing`, and not `test-unit`.
pub fn is_of_one_part(line: &str) -> bool {
    const HOW: &str =
        "unit all integration local e2e ci fast full race coverage cover short units parallel backend go run";
    let rest = line.split_whitespace().find_map(|it| it.strip_prefix("test-").or_else(|| it.strip_prefix("test:")));
    rest.is_some_and(|it| !it.split(['-', ':']).all(|word| is_among(HOW, word)))
}

/// Whether a target runs something beside the thing, as its name says: `make run-reports`, and not `make run-local`.
pub fn runs_one_part(line: &str) -> bool {
    const HOW: &str = "\
        local locally dev development server app all api web docker compose container debug prod production watch ui \
        native stack service services backend frontend live release background";
    let target = |word: &&str| {
        ["run-", "start-", "run:", "start:", "run_", "start_", "serve-", "up-"].iter().any(|it| word.starts_with(it))
    };
    let Some(word) = line.split_whitespace().skip(1).find(target) else { return false };
    !word.split(['-', ':', '_']).skip(1).all(|part| is_among(HOW, part))
}

/// Whether a target makes what would be run, or ends it, as its name says: `make build-server`.
pub fn only_makes(line: &str) -> bool {
    const DEEDS: &[&str] = &["build", "compile", "stop", "kill", "clean", "lint", "format", "package", "remove"];
    let is_deed = |word: &str| {
        let rest = DEEDS.iter().find_map(|it| word.strip_prefix(it));
        rest.is_some_and(|it| it.starts_with(['-', '_', ':']))
    };
    line.split_whitespace().skip(1).any(is_deed)
}

/// Whether a command brings something into a cluster on the machine of whoever types it: `make k3d-deploy`.
pub fn stays_local(line: &str) -> bool {
    const LOCAL: &str = "k3d k3s kind minikube microk8s local localhost localstack";
    let is_part = |part: &str| is_among(LOCAL, part);
    line.split_whitespace().any(|word| word.split(['-', '_', ':', '/', '=', '.']).any(is_part))
}

/// Whether a command brings out what users build of the parts, or the one chart that goes with them.
pub fn is_of_users(line: &str) -> bool {
    const THEIRS: &[&str] = &[
        "sam deploy",
        "cargo lambda",
        "kubectl",
        "helm ",
        "fly ",
        "vercel",
        "netlify",
        "wrangler",
        "firebase",
        "cdk ",
        "serverless",
        "sls ",
        "gcloud",
        "az ",
        "heroku",
        "terraform",
    ];
    THEIRS.iter().any(|it| line.starts_with(it) || line.contains(&format!(" {it}")))
}

/// Whether a command starts all that belongs together, and not one program of many.
pub fn brings_all_up(line: &str) -> bool {
    const ALL: &[&str] =
        &["compose up", "tilt up", "skaffold dev", "skaffold run", "vagrant up", "foreman start", "overmind start"];
    ALL.iter().any(|it| line.contains(it)) && !starts_one_of_many(line)
}

/// Whether a composition is started in part, or another one than that of the folder: `compose up -d redis`,
/// `compose -f compose.tracing.yml up`. What comes up then is a tool beside the thing.
pub fn starts_one_of_many(line: &str) -> bool {
    let lower = line.to_lowercase();
    let Some((before, after)) = lower.split_once("compose").and_then(|(_, rest)| rest.split_once(" up")) else {
        return false;
    };
    // `compose -d up` is refused: `-d` belongs behind.
    if before.trim_end().ends_with(" -d") {
        return true;
    }
    const ASIDE: &[&str] = &[
        "test",
        "e2e",
        "monitoring",
        "observability",
        "tracing",
        "metrics",
        "dependenc",
        "deps",
        "infra",
        "tools",
        "db",
    ];
    let is_aside = before.split([' ', '.', '-', '_', '/', '=']).any(|word| ASIDE.iter().any(|it| word.starts_with(it)));
    let end = after.find(['&', '|', ';', '#', '`', '\n']).unwrap_or(after.len());
    let mut words = after[..end].split_whitespace();
    let mut named = 0;
    while let Some(word) = words.next() {
        match word {
            "--scale" | "-t" | "--timeout" | "--exit-code-from" | "--pull" | "--attach" | "--no-attach" => {
                words.next();
            }
            _ if word.starts_with(['-', '$', '[', '>', '2', '"']) => {}
            _ => named += 1,
        }
    }
    is_aside || named == 1
}

#[cfg(test)]
mod tests {
    use super::{Aim, aims_at, brings_all_up, only_makes, runs_one_part, starts_one_of_many, stays_local};

    #[test]
    fn a_composition_is_started_as_a_whole_or_in_part() {
        for whole in
            ["docker compose up", "docker-compose -f compose.dev.yml up -d --build", "docker compose up api web"]
        {
            assert!(!starts_one_of_many(whole), "{whole}");
        }
        for part in [
            "docker compose up -d redis",
            "docker compose up <service>",
            "docker compose -f compose.tracing.yml up",
            "docker compose up db && x",
            "docker-compose -d up",
        ] {
            assert!(starts_one_of_many(part) && !brings_all_up(part), "{part}");
        }
        assert!(!starts_one_of_many("cargo run up") && brings_all_up("docker compose up -d"));
        assert!(
            only_makes("make build_server") && !only_makes("make build serve") && !only_makes("npm run start:build")
        );
        assert!(stays_local("make k3d-deploy") && !stays_local("make deploy-kindle"));
        assert!(runs_one_part("make run-reports") && runs_one_part("npm run start:mailer"));
        assert!(!runs_one_part("make run-local") && !runs_one_part("npm run start:dev") && !runs_one_part("make run"));
    }

    #[test]
    fn a_command_says_what_it_is_for() {
        for (line, aim) in [
            ("cargo test --workspace", Aim::Test),
            ("$ make unit-test", Aim::Test),
            ("cd web && npm run test:unit", Aim::Test),
            ("DB=x bundle exec rspec", Aim::Test),
            ("docker-compose run -e \"RAILS_ENV=test\" web rake db:migrate:reset spec", Aim::Test),
            ("goreleaser --clean", Aim::Deploy),
            ("./gradlew :app:test", Aim::Test),
            ("docker compose up -d", Aim::Run),
            ("npm start", Aim::Run),
            ("pip install shop", Aim::Install),
            ("helm upgrade shop ./chart", Aim::Deploy),
            ("./scripts/release.sh", Aim::Deploy),
            ("kubectl -n shop rollout undo deployment/shop", Aim::Undo),
            ("curl -s https://shop.example.com/healthz", Aim::Health),
        ] {
            assert!(aims_at(line, aim), "{line}");
        }
        assert!(!aims_at("tools/release/check-notes.sh A", Aim::Deploy));
        assert!(aims_at("make prepare-release", Aim::Deploy) && !aims_at("make gorelease", Aim::Deploy));
        assert!(!aims_at("make verify", Aim::Test));
        assert!(!aims_at("goreleaser build --clean", Aim::Deploy) && !aims_at("rake db:migrate db:seed", Aim::Test));
        assert!(!aims_at("yarn shop-regtest-up install", Aim::Test) && !aims_at("make latest", Aim::Test));
        assert!(!aims_at("the cargo test failed", Aim::Test) && !aims_at("make build", Aim::Test));
        assert!(!aims_at("python3 setup.py develop", Aim::Test));
        assert!(!aims_at("npm install", Aim::Run) && !aims_at("echo deploy", Aim::Deploy));
    }
}
