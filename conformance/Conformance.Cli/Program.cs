using Conformance.Cli;

// First of all: a signal that comes before this ends the process as the system has it.
using var signals = new ProcessSignals(Environment.Exit, TimeProvider.System).Listen();
var terminal = Terminal.OfProcess() with { Hurry = signals.Hurry };

// On a thread of its own a fault would abort the process, with an exit code that means nothing.
AppDomain.CurrentDomain.UnhandledException += (_, e) =>
    Environment.Exit(CommandLine.GiveUp(terminal, (Exception)e.ExceptionObject));
return await CommandLine.Run(args, terminal, signals.Stop);
