using Conformance.Cli;

return await CommandLine.Run(args, Terminal.OfProcess());
